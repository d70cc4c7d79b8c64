import os

SECRET_KEY = os.environ["SECRET_KEY"]
# ruleid: debug-mode-django
DEBUG = True
# ruleid: debug-mode-django
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.auth", "shop"]
ROOT_URLCONF = "shop.urls"
# ok: debug-mode-django
USE_TZ = True
# ok: debug-mode-django
INTERNAL_IPS = ["*"]
