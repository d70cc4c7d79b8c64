# ruleid: django-middleware-missing
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# ok: django-middleware-missing
INSTALLED_APPS = ["django.contrib.auth", "shop"]
