"""Gold, scores and calibration: how well this extractor reads. Nothing else imports it but the command line
and the accuracy asset."""
