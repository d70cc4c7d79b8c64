import type { Naming } from './naming.ts';

/** Artifacts whose packages do not begin with their group's name. Source: their own API documentation */
const packages: Readonly<Record<string, string>> = {
  'ch.qos.logback:logback-classic': 'ch.qos.logback.classic',
  'ch.qos.logback:logback-core': 'ch.qos.logback.core',
  'com.alibaba:fastjson': 'com.alibaba.fastjson',
  'com.fasterxml.jackson.core:jackson-annotations': 'com.fasterxml.jackson.annotation',
  'com.fasterxml.jackson.core:jackson-core': 'com.fasterxml.jackson.core',
  'com.fasterxml.jackson.core:jackson-databind': 'com.fasterxml.jackson.databind',
  'com.google.code.gson:gson': 'com.google.gson',
  'com.google.guava:guava': 'com.google.common com.google.thirdparty',
  'com.google.protobuf:protobuf-java': 'com.google.protobuf',
  'com.h2database:h2': 'org.h2',
  'com.hazelcast:hazelcast': 'com.hazelcast',
  'com.jayway.jsonpath:json-path': 'com.jayway.jsonpath',
  'com.nimbusds:nimbus-jose-jwt': 'com.nimbusds.jose com.nimbusds.jwt',
  'com.squareup.okhttp3:okhttp': 'okhttp3',
  'com.squareup.okio:okio': 'okio',
  'com.squareup.okio:okio-jvm': 'okio',
  'com.thoughtworks.xstream:xstream': 'com.thoughtworks.xstream',
  'commons-beanutils:commons-beanutils': 'org.apache.commons.beanutils',
  'commons-collections:commons-collections': 'org.apache.commons.collections',
  'commons-fileupload:commons-fileupload': 'org.apache.commons.fileupload',
  'commons-io:commons-io': 'org.apache.commons.io',
  'commons-lang:commons-lang': 'org.apache.commons.lang',
  'commons-net:commons-net': 'org.apache.commons.net',
  'dom4j:dom4j': 'org.dom4j',
  'io.netty:netty-codec': 'io.netty.handler.codec',
  'io.netty:netty-codec-http': 'io.netty.handler.codec.http',
  'io.undertow:undertow-core': 'io.undertow',
  'io.vertx:vertx-core': 'io.vertx.core',
  'junit:junit': 'org.junit junit',
  'log4j:log4j': 'org.apache.log4j',
  'mysql:mysql-connector-java': 'com.mysql',
  'net.lingala.zip4j:zip4j': 'net.lingala.zip4j',
  'net.minidev:json-smart': 'net.minidev.json',
  'org.apache.commons:commons-collections4': 'org.apache.commons.collections4',
  'org.apache.commons:commons-compress': 'org.apache.commons.compress',
  'org.apache.commons:commons-configuration2': 'org.apache.commons.configuration2',
  'org.apache.commons:commons-lang3': 'org.apache.commons.lang3',
  'org.apache.commons:commons-text': 'org.apache.commons.text',
  'org.apache.httpcomponents:httpclient': 'org.apache.http',
  'org.apache.logging.log4j:log4j-api': 'org.apache.logging.log4j',
  'org.apache.logging.log4j:log4j-core': 'org.apache.logging.log4j.core',
  'org.apache.poi:poi-ooxml': 'org.apache.poi',
  'org.apache.shiro:shiro-core': 'org.apache.shiro',
  'org.apache.struts:struts2-core': 'org.apache.struts2 com.opensymphony.xwork2',
  'org.apache.tika:tika-core': 'org.apache.tika',
  'org.apache.velocity:velocity': 'org.apache.velocity',
  'org.apache.velocity:velocity-engine-core': 'org.apache.velocity',
  'org.apache.xmlgraphics:batik-transcoder': 'org.apache.batik.transcoder',
  'org.bouncycastle:bcprov-jdk15on': 'org.bouncycastle',
  'org.bouncycastle:bcprov-jdk18on': 'org.bouncycastle',
  'org.codehaus.groovy:groovy-all': 'groovy org.codehaus.groovy',
  'org.dom4j:dom4j': 'org.dom4j',
  'org.freemarker:freemarker': 'freemarker',
  'org.hibernate:hibernate-core': 'org.hibernate',
  'org.hibernate.validator:hibernate-validator': 'org.hibernate.validator',
  'org.jdom:jdom2': 'org.jdom2',
  'org.json:json': 'org.json',
  'org.jsoup:jsoup': 'org.jsoup',
  'org.mvel:mvel2': 'org.mvel2',
  'org.owasp.esapi:esapi': 'org.owasp.esapi',
  'org.postgresql:postgresql': 'org.postgresql',
  'org.quartz-scheduler:quartz': 'org.quartz',
  'org.springframework:spring-beans': 'org.springframework.beans',
  'org.springframework:spring-context': 'org.springframework.context',
  'org.springframework:spring-core': 'org.springframework.core org.springframework.util',
  'org.springframework:spring-expression': 'org.springframework.expression',
  'org.springframework:spring-messaging': 'org.springframework.messaging',
  'org.springframework:spring-web': 'org.springframework.web org.springframework.http',
  'org.springframework:spring-webmvc': 'org.springframework.web.servlet',
  'org.springframework:spring-webflux': 'org.springframework.web.reactive',
  'org.thymeleaf:thymeleaf': 'org.thymeleaf',
  'org.xerial:sqlite-jdbc': 'org.sqlite',
  'org.xerial.snappy:snappy-java': 'org.xerial.snappy',
  'org.yaml:snakeyaml': 'org.yaml.snakeyaml',
  'xalan:xalan': 'org.apache.xalan org.apache.xpath org.apache.xml',
  'xerces:xercesImpl': 'org.apache.xerces',
};

/** Drivers, logs and frameworks find these without an import of the project's. */
const silent =
  /jdbc|mysql|postgresql|(?:^|:)h2$|log4j|logback|slf4j|spring-|starter|tomcat|jetty|undertow|netty|jackson|snakeyaml|hibernate|struts|thymeleaf|freemarker|xerces|xalan|velocity|-impl$|-runtime$/i;

/** An artifact's packages mostly begin with its group's name: enough to see that it is imported, not that it is not. */
export const javaNaming: Naming = {
  ecosystem: 'maven',
  language: 'java',
  separator: /\./,
  modules({ name }) {
    const known = Object.hasOwn(packages, name) ? packages[name]!.split(' ') : undefined;
    const [group = '', artifact = ''] = name.split(':');
    return { names: known ?? guessed(group, artifact), sure: known !== undefined, silent: silent.test(name) };
  },
  isStandard: (module) => /^(?:java|javax|jdk|sun|com\.sun|org\.w3c|org\.xml|org\.ietf)(?:\.|$)/.test(module),
  // Settings may name classes, those of the build do not.
  beside:
    /\.(?:kt|scala|groovy|jspx?|clj)$|(?<!\.gradle)\.kts$|(?<!(?:^|\/)pom)\.xml$|(?<!gradle|wrapper)\.properties$/,
};

/** `org.example:example-core` has `org.example.core` or `org.example`; a group of many artifacts says nothing of one. */
function guessed(group: string, artifact: string): readonly string[] {
  const end = group.slice(group.lastIndexOf('.') + 1);
  const rest = artifact.startsWith(`${end}-`) ? artifact.slice(end.length + 1) : artifact;
  const below = `${group}.${rest.replaceAll('-', '.')}`;
  if (!group.includes('.')) return [];
  return artifact === end || artifact === group ? [group] : [below, `${group}.${artifact.replaceAll('-', '.')}`];
}
