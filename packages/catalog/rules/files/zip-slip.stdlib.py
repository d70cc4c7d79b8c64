import os
import tarfile
import zipfile


def extract(file: str, folder: str) -> None:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            # ruleid: zip-slip
            with open(os.path.join(folder, name), "wb") as out:
                out.write(archive.read(name))


def extract_tar(file: str, folder: str) -> None:
    archive = tarfile.open(file)
    for member in archive.getmembers():
        # ruleid: zip-slip
        with open(folder + "/" + member.name, "wb") as out:
            out.write(archive.extractfile(member).read())


def extract_flat(file: str, folder: str) -> None:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            # ok: zip-slip
            with open(os.path.join(folder, os.path.basename(name)), "wb") as out:
                out.write(archive.read(name))


def extract_checked(file: str, folder: str) -> None:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if ".." in name:
                raise ValueError(name)
            # ok: zip-slip
            with open(os.path.join(folder, name), "wb") as out:
                out.write(archive.read(name))
