import dill
import numpy as np
import torch


def table(path):
    # ruleid: unsafe-model-file
    return np.load(path, allow_pickle=True)


def model(path):
    # ruleid: unsafe-model-file
    return torch.load(path, map_location="cpu", weights_only=False)


def state(body):
    # ruleid: unsafe-model-file
    return dill.loads(body)


def safe(path):
    # ok: unsafe-model-file
    np.load(path)
    # ok: unsafe-model-file
    np.load(path, allow_pickle=False)
    # ok: unsafe-model-file
    return torch.load(path, weights_only=True)
