import os

# ruleid: hard-coded-secret
SECRET_KEY = "u8f#2kLq!9zR4tVx0pWm"
# ok: hard-coded-secret
SECRET_KEY = os.environ["SECRET_KEY"]
# ruleid: hard-coded-secret
MAIL_PASSWORD = "gr8-W4ll-0f-brass"
# ok: hard-coded-secret
TOKEN_URL = "https://auth.example.com/oauth/token"
# ok: hard-coded-secret
API_KEY = "your-api-key-here"
