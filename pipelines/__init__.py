"""What runs: definitions, jobs, schedules, sensors, resources, settings, the command line."""
