"""What a sound pack must fulfil: each rule yields its problems."""
