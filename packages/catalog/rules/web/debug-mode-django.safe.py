import os

INSTALLED_APPS = ["django.contrib.auth", "shop"]
ROOT_URLCONF = "shop.urls"
# ok: debug-mode-django
DEBUG = os.environ.get("DEBUG") == "1"
# ok: debug-mode-django
ALLOWED_HOSTS = ["shop.example.com"]
