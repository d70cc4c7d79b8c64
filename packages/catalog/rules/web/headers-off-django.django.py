from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt, xframe_options_sameorigin
from flask_talisman import Talisman

# ruleid: headers-off-django
SECURE_CONTENT_TYPE_NOSNIFF = False
# ok: headers-off-django
SECURE_BROWSER_XSS_FILTER = False
# ok: headers-off-django
SECURE_HSTS_SECONDS = 31536000


# ruleid: headers-off-django
@xframe_options_exempt
def widget(request):
    return HttpResponse("stock")


# ok: headers-off-django
@xframe_options_sameorigin
def preview(request):
    return HttpResponse("stock")


def protect(app):
    # ruleid: headers-off-django
    Talisman(app, content_security_policy=None)
    # ok: headers-off-django
    Talisman(app, content_security_policy={"default-src": "'self'"})
