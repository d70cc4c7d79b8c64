import type { Naming } from './naming.ts';

/** Packages whose namespaces do not begin with their vendor's and their own name. Source: `autoload` in their composer.json */
const namespaces: Readonly<Record<string, string>> = {
  'dompdf/dompdf': 'Dompdf',
  'firebase/php-jwt': 'Firebase.JWT',
  'guzzlehttp/guzzle': 'GuzzleHttp',
  'guzzlehttp/psr7': 'GuzzleHttp.Psr7',
  'laravel/framework': 'Illuminate',
  'league/commonmark': 'League.CommonMark',
  'league/flysystem': 'League.Flysystem',
  'monolog/monolog': 'Monolog',
  'nesbot/carbon': 'Carbon',
  'phpmailer/phpmailer': 'PHPMailer.PHPMailer PHPMailer',
  'phpoffice/phpspreadsheet': 'PhpOffice.PhpSpreadsheet',
  'phpseclib/phpseclib': 'phpseclib phpseclib3',
  'phpunit/phpunit': 'PHPUnit',
  'ramsey/uuid': 'Ramsey.Uuid',
  'smarty/smarty': 'Smarty',
  'swiftmailer/swiftmailer': 'Swift_Mailer Swift_Message Swift',
  'symfony/http-foundation': 'Symfony.Component.HttpFoundation',
  'symfony/http-kernel': 'Symfony.Component.HttpKernel',
  'symfony/process': 'Symfony.Component.Process',
  'symfony/security-http': 'Symfony.Component.Security.Http',
  'symfony/serializer': 'Symfony.Component.Serializer',
  'symfony/yaml': 'Symfony.Component.Yaml',
  'symfony/validator': 'Symfony.Component.Validator',
  'tecnickcom/tcpdf': 'TCPDF',
  'twig/twig': 'Twig Twig_Environment',
};

/** Vendor and name as PSR-4 has them by custom: `league/csv` is `League\Csv`. */
export const phpNaming: Naming = {
  ecosystem: 'composer',
  language: 'php',
  separator: /\./,
  modules({ name }) {
    const plain = name.toLowerCase();
    const known = Object.hasOwn(namespaces, plain) ? namespaces[plain]!.split(' ') : undefined;
    return { names: known ?? [plain.split('/').map(studly).join('.')], sure: known !== undefined };
  },
  isStandard: () => false,
  beside: /\.(?:twig|phtml|inc|module|install)$/,
};

function studly(text: string): string {
  return text.replaceAll(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
