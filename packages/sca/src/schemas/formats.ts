/** Kinds of text that schemas name: those of JSON Schema, and the simple types of XML Schema. */

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: string, month: string, day: string): boolean {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  return m >= 1 && m <= 12 && d >= 1 && d <= days[m - 1]! && (m !== 2 || d < 29 || isLeap);
}

/** Source: RFC 3339, section 5.6 */
function isDateTime(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):?(\d\d))$/.exec(text);
  if (!found) return false;
  const [, year = '', month = '', day = '', hour, minute, second, offsetHour = 0, offsetMinute = 0] = found;
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  return isTime && isDay(year, month, day) && Number(offsetHour) < 24 && Number(offsetMinute) < 60;
}

/** Source: https://www.w3.org/TR/xmlschema-2/#dateTime: the zone may be left out */
function isXmlDateTime(text: string): boolean {
  const found =
    /^-?(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/.exec(text);
  if (!found) return false;
  const [, year = '', month = '', day = '', hour, minute, second] = found;
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && isDay(year, month, day);
}

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return isDay(year, month, day);
}

function isXmlDate(text: string): boolean {
  return isDate(text.replace(/(?:Z|[+-]\d\d:\d\d)$/, ''));
}

/** Nothing that no reference has: control characters, spaces, brackets, a `%` without two digits. Source: RFC 3987 */
function isReference(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return !/[\u0000-\u0020"<>\\^`{|}\u007f]|%(?![\da-f]{2})/i.test(text);
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text) && isReference(text);
}

function isEmail(text: string): boolean {
  return text.length <= 1000 && /^[^\s@]+@[^\s@]+$/.test(text);
}

/** By JSON Schema's names. One that is not here takes any text. */
export const jsonFormats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isDateTime,
  date: isDate,
  'iri-reference': isReference,
  uri: isAddress,
  'idn-email': isEmail,
};

/** By XML Schema's names; blanks around are gone. One that is not here takes any text. */
export const xmlTypes: Readonly<Record<string, (text: string) => boolean>> = {
  dateTime: isXmlDateTime,
  date: isXmlDate,
  boolean: (it) => /^(?:true|false|0|1)$/.test(it),
  decimal: (it) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(it),
  integer: (it) => /^[+-]?\d+$/.test(it),
  nonNegativeInteger: (it) => /^(?:\+?\d+|-0+)$/.test(it),
  positiveInteger: (it) => /^\+?0*[1-9]\d*$/.test(it),
};

/** Units: characters. What a pattern says of longer texts is not asked: nobody writes them, and some patterns are slow. */
export const longestPatterned = 2000;
