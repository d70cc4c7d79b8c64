import os

# ruleid: hard-coded-secret
SECRET_KEY = "u8f#2kLq!9zR4tVx0pWm"
# ok: hard-coded-secret
SECRET_KEY = os.environ["SECRET_KEY"]
# ruleid: hard-coded-secret
GOOGLE_KEY = "AIzaSyA1bC2dE3fG4hI5jK6lM7nO8pQ9rS0tU1v"
# ok: hard-coded-secret
TOKEN_URL = "https://auth.example.com/oauth/token"
# ok: hard-coded-secret
API_KEY = "your-api-key-here"
# ruleid: hard-coded-secret
PRIVATE = """-----BEGIN RSA PRIVATE KEY-----
MIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8Qu
KUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm
-----END RSA PRIVATE KEY-----"""
