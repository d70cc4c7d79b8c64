import { registries, type Ecosystem } from '@plumbline/core';

/** Names that many people type: what others would be confused with. */
const known: Partial<Readonly<Record<Ecosystem, readonly string[]>>> = {
  npm: `preact enquirer color reduce unist react react-dom lodash express axios chalk commander typescript webpack moment request async underscore debug
    bluebird uuid yargs classnames prop-types dotenv mongoose jquery rxjs inquirer body-parser cross-env eslint prettier
    semver glob mkdirp minimist rimraf winston socket.io jsonwebtoken bcrypt bcryptjs passport nodemon mocha jest vitest
    babel-core styled-components redux react-redux react-router react-router-dom next nuxt vue angular svelte fastify
    mysql mysql2 sequelize typeorm prisma knex mongodb redis ioredis cheerio puppeteer playwright nodemailer multer sharp
    helmet morgan compression cookie-parser express-session node-fetch electron electron-builder discord.js ethers web3
    handlebars mustache marked highlight.js date-fns dayjs immer zustand formik esbuild rollup vite postcss autoprefixer
    tailwindcss graphql apollo-server aws-sdk firebase stripe twilio colors faker validator joi ajv ws xml2js fs-extra
    config nanoid execa concurrently husky lint-staged supertest sinon chai karma`.split(/\s+/),
  pypi: `requests urllib3 numpy pandas django flask boto3 botocore setuptools six certifi idna python-dateutil pyyaml
    cryptography jinja2 click werkzeug pytest scipy matplotlib sqlalchemy pillow beautifulsoup4 lxml selenium scikit-learn
    tensorflow torch keras opencv-python psycopg2 psycopg2-binary pymongo redis celery gunicorn uvicorn fastapi pydantic
    starlette aiohttp httpx paramiko fabric ansible docker kubernetes jsonschema marshmallow colorama tqdm rich typer
    virtualenv tox black flake8 mypy isort pylint coverage sphinx twine wheel jupyter notebook ipython networkx sympy
    nltk spacy transformers openai langchain discord.py python-telegram-bot pyjwt passlib bcrypt pycryptodome simplejson
    websocket-client websockets mysqlclient pymysql`.split(/\s+/),
  gem: `rails rack rake bundler nokogiri devise puma sidekiq rspec sinatra activerecord activesupport json thor pry
    faraday httparty capybara factory_bot rubocop mysql2 redis unicorn passenger jekyll kaminari pundit cancancan`.split(
    /\s+/,
  ),
  cargo: `serde serde_json tokio rand regex clap syn quote libc log anyhow thiserror reqwest hyper actix-web axum
    rocket diesel sqlx chrono rayon crossbeam lazy_static once_cell itertools bytes futures async-trait tracing`.split(
    /\s+/,
  ),
};

/** Names that are near to those above, and that many people mean: nobody was deceived. */
const meant: Partial<Readonly<Record<Ecosystem, readonly string[]>>> = {
  npm: `aws-cdk bcrypto colord colour crypt dargs eclint fs.extra gaxios graphiql highlightjs jslint mimer mkdir mquery
    mssql pargs preact-router prettierx reqwest rsync scrypt semiver tslint ttypescript vargs vasync xml-js`.split(
    /\s+/,
  ),
  pypi: `beautifulsoup bpython crick ctransformers djongo dydantic fastai grequests httpr hyper ipytest mocker myjwt
    openapi psycopg psycopg-binary pyaml pycryptodomex pylink pymantic pymssql retworkx scapy scipp scrypt simpy slack
    spython torchx unicorn usort vyper willow xoto3`.split(/\s+/),
};

const sets = new Map(
  Object.entries(known).map(([ecosystem, names]) => [
    ecosystem,
    new Set(names.map((it) => registries[ecosystem as Ecosystem].normalName(it))),
  ]),
);

/** Shorter names have neighbours by nature. */
const shortest = 5;

/** The well-known name that this one is one slip away from; undefined for those that are well known themselves. */
export function likeAnother(ecosystem: Ecosystem, name: string): string | undefined {
  const names = sets.get(ecosystem);
  const own = registries[ecosystem].normalName(name).toLowerCase();
  if (!names || own.length < shortest || own.includes('/') || isMeant(ecosystem, own)) return undefined;
  for (const it of names) {
    if (it.length < shortest || Math.abs(it.length - own.length) > 1) continue;
    if (!isRelated(own, it) && (bare(it) === bare(own) || isOneSlip(own, it))) return it;
  }
  return undefined;
}

function isMeant(ecosystem: Ecosystem, name: string): boolean {
  return (sets.get(ecosystem)?.has(name) ?? false) || (meant[ecosystem]?.includes(name) ?? false);
}

/** `cross-env` and `crossenv` are read alike. */
function bare(name: string): string {
  return name.replaceAll(/[-_.]/g, '');
}

/** The plural, and a number at the end, are names that people give in good faith. */
function isRelated(one: string, other: string): boolean {
  const isVersion = /\d$/.test(one) && one.replace(/\d+$/, '') === other.replace(/\d+$/, '');
  return isVersion || `${other}s` === one || `${one}s` === other;
}

/** One letter more, less, or another, or two that changed places: Damerau's distance of one. */
function isOneSlip(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const [a, b] = [one.slice(at), other.slice(at)];
  if (a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)) return true;
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
