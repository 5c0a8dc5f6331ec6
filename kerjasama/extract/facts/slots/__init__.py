"""The further slots of a fact: roles, object, programme, sectors, places, and how sure it is."""
