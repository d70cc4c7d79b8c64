from django.http import JsonResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from flask import Flask

app = Flask(__name__)
# ruleid: csrf-off-django
app.config["WTF_CSRF_ENABLED"] = False


# ruleid: csrf-off-django
@csrf_exempt
def order(request):
    return JsonResponse({"id": request.user.order(request.POST["item"])})


# ruleid: csrf-off-django
@method_decorator(csrf_exempt, name="dispatch")
class Orders(View):
    def post(self, request):
        return JsonResponse({})


# ok: csrf-off-django
@csrf_protect
def safe(request):
    return JsonResponse({})


# ok: csrf-off-django
app.config["WTF_CSRF_ENABLED"] = True
# ok: csrf-off-django
app.config["WTF_CSRF_TIME_LIMIT"] = None
