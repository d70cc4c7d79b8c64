import type { Naming } from './naming.ts';

/** Distributions whose modules are called otherwise. Source: their own documentation, "import" */
const modules: Readonly<Record<string, string>> = {
  attrs: 'attr attrs',
  'azure-identity': 'azure.identity',
  'azure-storage-blob': 'azure.storage.blob',
  beautifulsoup4: 'bs4',
  'bleach-allowlist': 'bleach_allowlist',
  bzr: 'bzrlib',
  'discord-py': 'discord',
  django: 'django',
  'django-allauth': 'allauth',
  'django-cors-headers': 'corsheaders',
  'django-debug-toolbar': 'debug_toolbar',
  'django-filter': 'django_filters',
  'django-rest-framework': 'rest_framework',
  'django-rest-framework-simplejwt': 'rest_framework_simplejwt',
  djangorestframework: 'rest_framework',
  'djangorestframework-simplejwt': 'rest_framework_simplejwt',
  dnspython: 'dns',
  'docker-py': 'docker',
  'email-validator': 'email_validator',
  faiss: 'faiss',
  'faiss-cpu': 'faiss',
  flask: 'flask',
  'flask-cors': 'flask_cors',
  'flask-sqlalchemy': 'flask_sqlalchemy',
  gitpython: 'git',
  'google-api-python-client': 'googleapiclient apiclient',
  'google-auth': 'google.auth google.oauth2',
  'google-cloud-storage': 'google.cloud.storage',
  'grpcio-tools': 'grpc_tools',
  grpcio: 'grpc',
  'ibm-watson': 'ibm_watson',
  jinja2: 'jinja2',
  'kafka-python': 'kafka',
  ldap3: 'ldap3',
  lxml: 'lxml',
  m2crypto: 'M2Crypto',
  mako: 'mako',
  markdown: 'markdown',
  markdown2: 'markdown2',
  markupsafe: 'markupsafe',
  'ml-dtypes': 'ml_dtypes',
  'msgpack-python': 'msgpack',
  'mysql-connector-python': 'mysql.connector',
  mysqlclient: 'MySQLdb',
  nltk: 'nltk',
  numpy: 'numpy',
  oauth2client: 'oauth2client',
  'opencv-contrib-python': 'cv2',
  'opencv-contrib-python-headless': 'cv2',
  'opencv-python': 'cv2',
  'opencv-python-headless': 'cv2',
  pandas: 'pandas',
  paramiko: 'paramiko',
  pillow: 'PIL',
  'pillow-simd': 'PIL',
  protobuf: 'google.protobuf',
  psutil: 'psutil',
  'psycopg2-binary': 'psycopg2',
  pycrypto: 'Crypto',
  pycryptodome: 'Crypto',
  pycryptodomex: 'Cryptodome',
  pygithub: 'github',
  pyjwt: 'jwt',
  'python-jose': 'jose',
  pymongo: 'pymongo bson gridfs',
  pynacl: 'nacl',
  pyopenssl: 'OpenSSL',
  pypdf2: 'PyPDF2',
  pyserial: 'serial',
  pysocks: 'socks sockshandler',
  'python-dateutil': 'dateutil',
  'python-docx': 'docx',
  'python-dotenv': 'dotenv',
  'python-engineio': 'engineio',
  'python-jwt': 'python_jwt',
  'python-keystoneclient': 'keystoneclient',
  'python-ldap': 'ldap',
  'python-magic': 'magic',
  'python-multipart': 'multipart python_multipart',
  'python-pptx': 'pptx',
  'python-slugify': 'slugify',
  'python-socketio': 'socketio',
  'pytorch-lightning': 'pytorch_lightning',
  pyyaml: 'yaml',
  pyzmq: 'zmq',
  'redis-py-cluster': 'rediscluster',
  requests: 'requests',
  'ruamel-yaml': 'ruamel.yaml',
  'scikit-image': 'skimage',
  'scikit-learn': 'sklearn',
  scipy: 'scipy',
  setuptools: 'setuptools pkg_resources',
  sqlalchemy: 'sqlalchemy',
  starlette: 'starlette',
  tensorflow: 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  torch: 'torch',
  tornado: 'tornado',
  twisted: 'twisted',
  'typing-extensions': 'typing_extensions',
  ujson: 'ujson',
  urllib3: 'urllib3',
  waitress: 'waitress',
  'websocket-client': 'websocket',
  werkzeug: 'werkzeug',
};

/** Servers and the like that are started by their own command, and what others load without saying so. */
const silent = new Set(
  `gunicorn uvicorn hypercorn waitress pip setuptools wheel certifi ansible jupyter notebook jupyterlab celery supervisor
   uwsgi mysqlclient psycopg2 psycopg2-binary`.split(/\s+/),
);

/** Source: https://docs.python.org/3/library/, with modules that newer versions have dropped. */
const standard = new Set(
  `__future__ __main__ _thread abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii
   binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys
   compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm
   decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch
   formatter fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib
   imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox
   mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib numbers operator optparse
   os ossaudiodev parser pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix pprint profile pstats pty
   pwd py_compile pyclbr pydoc queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select
   selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ssl stat statistics string
   stringprep struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test
   textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing
   unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp
   zipfile zipimport zlib zoneinfo`.split(/\s+/),
);

/** A distribution's modules are its own affair: a table for those that are called otherwise, and the custom for the rest. */
export const pythonNaming: Naming = {
  ecosystem: 'pypi',
  language: 'python',
  separator: /\./,
  modules({ name }) {
    const plain = name.toLowerCase().replaceAll(/[-_.]+/g, '-');
    const known = Object.hasOwn(modules, plain) ? modules[plain]!.split(' ') : undefined;
    const usual = [plain.replaceAll('-', '_'), plain.replace(/^python-|-python$/, '').replaceAll('-', '_')];
    return { names: known ?? [...new Set(usual)], sure: known !== undefined, silent: silent.has(plain) };
  },
  isStandard: (module) => standard.has(module.split('.')[0]!),
  beside: /\.(?:pyx|ipynb|mako)$/,
};
