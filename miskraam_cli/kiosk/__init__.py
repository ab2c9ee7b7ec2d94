"""The kiosk in a waiting room: one patient after another, each in a process of her own, and the signal at the desk."""
