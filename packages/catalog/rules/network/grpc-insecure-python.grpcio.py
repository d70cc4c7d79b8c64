from concurrent import futures

import grpc


def stock(address):
    # ruleid: grpc-insecure-python
    return grpc.insecure_channel(address)


def serve():
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    # ruleid: grpc-insecure-python
    server.add_insecure_port("[::]:50051")
    server.start()


def safe(address, key, certificate):
    # ok: grpc-insecure-python
    grpc.insecure_channel("localhost:50051")
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    # ok: grpc-insecure-python
    server.add_secure_port("[::]:50051", grpc.ssl_server_credentials([(key, certificate)]))
    # ok: grpc-insecure-python
    return grpc.secure_channel(address, grpc.ssl_channel_credentials())
