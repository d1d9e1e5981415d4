"""What a running process needs besides play: its clock, lease, judge, log and health."""
