"""The kiosk: the loop between patients, each in a process of her own."""
