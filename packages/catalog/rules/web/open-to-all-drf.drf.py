from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView

# ruleid: open-to-all-drf
REST_FRAMEWORK = {
    "PAGE_SIZE": 50,
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
}

# ok: open-to-all-drf
SAFE = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}


class Orders(APIView):
    # ruleid: open-to-all-drf
    authentication_classes = []

    def get(self, request):
        return orders()


class Signed(APIView):
    # ok: open-to-all-drf
    authentication_classes = []
    permission_classes = [IsAuthenticated]
