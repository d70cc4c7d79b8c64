/** A group, and the artifacts that are known by their name alone: `*` is any text; `<3` and `>=2` of these major versions. */
type Row = readonly [group: string, artifacts: string];

/**
 * Groups of libraries that are often found without their own description, for their builds write none.
 *
 * Source: the coordinates under which the projects themselves publish.
 */
const rows: readonly Row[] = [
  ['org.springframework.boot', 'spring-boot spring-boot-*'],
  ['org.springframework.security', 'spring-security-*'],
  ['org.springframework.cloud', 'spring-cloud-*'],
  ['org.springframework.data', 'spring-data-*'],
  ['org.springframework.integration', 'spring-integration-*'],
  ['org.springframework.batch', 'spring-batch-*'],
  ['org.springframework.session', 'spring-session-*'],
  ['org.springframework.ws', 'spring-ws-* spring-xml'],
  ['org.springframework.amqp', 'spring-amqp spring-rabbit spring-rabbit-*'],
  ['org.springframework.kafka', 'spring-kafka spring-kafka-*'],
  ['org.springframework.hateoas', 'spring-hateoas'],
  ['org.springframework.retry', 'spring-retry'],
  ['org.springframework.ldap', 'spring-ldap-*'],
  [
    'org.springframework',
    'spring spring-aop spring-aspects spring-beans spring-context spring-context-* spring-core spring-expression spring-instrument spring-jcl spring-jdbc spring-jms spring-messaging spring-orm spring-oxm spring-r2dbc spring-test spring-tx spring-web spring-webflux spring-webmvc spring-webmvc-portlet spring-websocket',
  ],
  ['com.fasterxml.jackson.core', 'jackson-core<3 jackson-databind<3 jackson-annotations'],
  ['tools.jackson.core', 'jackson-core>=3 jackson-databind>=3'],
  ['com.fasterxml.jackson.dataformat', 'jackson-dataformat-*<3'],
  ['tools.jackson.dataformat', 'jackson-dataformat-*>=3'],
  ['com.fasterxml.jackson.datatype', 'jackson-datatype-*<3'],
  ['com.fasterxml.jackson.module', 'jackson-module-*<3'],
  ['com.fasterxml.jackson.jaxrs', 'jackson-jaxrs-*'],
  ['org.codehaus.jackson', 'jackson-mapper-asl jackson-core-asl jackson-xc jackson-jaxrs'],
  ['com.fasterxml.woodstox', 'woodstox-core'],
  ['com.fasterxml', 'classmate'],
  ['org.apache.tomcat.embed', 'tomcat-embed-*'],
  [
    'org.apache.tomcat',
    'tomcat-annotations-api tomcat-api tomcat-catalina tomcat-coyote tomcat-dbcp tomcat-el-api tomcat-jasper tomcat-jasper-el tomcat-jdbc tomcat-jni tomcat-jsp-api tomcat-juli tomcat-servlet-api tomcat-tribes tomcat-util tomcat-util-scan tomcat-websocket tomcat-websocket-api',
  ],
  ['org.eclipse.jetty.http2', 'http2-client http2-common http2-hpack http2-server'],
  ['org.eclipse.jetty', 'jetty-*'],
  ['org.jboss.netty', 'netty<4'],
  ['io.netty', 'netty>=4 netty-*'],
  ['io.undertow', 'undertow-*'],
  ['log4j', 'log4j'],
  ['org.apache.logging.log4j', 'log4j-*'],
  ['org.slf4j', 'slf4j-* jcl-over-slf4j jul-to-slf4j log4j-over-slf4j'],
  ['ch.qos.logback', 'logback-*'],
  [
    'org.apache.commons',
    'commons-lang3 commons-text commons-compress commons-collections4 commons-csv commons-math3 commons-pool2 commons-dbcp2 commons-configuration2 commons-exec commons-email commons-crypto commons-imaging commons-jexl commons-jexl3 commons-rng-* commons-numbers-* commons-vfs2 commons-bcel commons-fileupload2-*',
  ],
  [
    '=',
    'commons-io commons-fileupload commons-collections commons-beanutils commons-codec commons-lang commons-logging commons-cli commons-net commons-dbcp commons-pool commons-digester commons-validator commons-configuration commons-httpclient commons-jxpath commons-discovery commons-el commons-chain commons-daemon commons-math joda-time junit xalan xmlpull ognl antlr asm<4 cglib c3p0 aopalliance jaxen jdom hsqldb<2 struts jfree jstl regexp xml-apis oro dom4j<2',
  ],
  ['com.google.guava', 'guava guava-* failureaccess listenablefuture'],
  ['com.google.code.gson', 'gson'],
  [
    'com.google.protobuf',
    'protobuf-java protobuf-javalite protobuf-lite protobuf-java-util protobuf-kotlin protobuf-kotlin-lite',
  ],
  ['com.google.inject', 'guice'],
  ['com.google.code.findbugs', 'jsr305'],
  ['io.grpc', 'grpc-*'],
  ['org.bouncycastle', 'bcprov-* bcpkix-* bcpg-* bcmail-* bctls-* bcutil-* bc-fips'],
  ['org.yaml', 'snakeyaml'],
  ['com.thoughtworks.xstream', 'xstream xstream-*'],
  ['org.apache.struts', 'struts2-* struts-core struts-taglib struts-tiles struts-extras'],
  ['org.apache.shiro', 'shiro-*'],
  ['org.apache.poi', 'poi poi-*'],
  ['org.apache.pdfbox', 'pdfbox pdfbox-* fontbox'],
  ['org.apache.tika', 'tika-*'],
  ['org.apache.httpcomponents', 'httpclient httpcore httpmime httpasyncclient httpclient-cache fluent-hc httpcore-nio'],
  ['org.apache.httpcomponents.client5', 'httpclient5 httpclient5-*'],
  ['org.apache.httpcomponents.core5', 'httpcore5 httpcore5-*'],
  ['com.squareup.okhttp3', 'okhttp>=3 okhttp-* logging-interceptor>=3'],
  ['com.squareup.okhttp', 'okhttp<3'],
  ['com.squareup.okio', 'okio okio-jvm'],
  ['com.squareup.retrofit2', 'retrofit>=2'],
  ['org.jetbrains.kotlin', 'kotlin-stdlib kotlin-stdlib-* kotlin-reflect'],
  ['org.scala-lang', 'scala-library scala-reflect scala-compiler'],
  ['org.codehaus.groovy', 'groovy<4 groovy-*<4'],
  ['org.apache.groovy', 'groovy>=4 groovy-*>=4'],
  ['com.h2database', 'h2'],
  ['org.hsqldb', 'hsqldb>=2'],
  ['mysql', 'mysql-connector-java'],
  ['com.mysql', 'mysql-connector-j'],
  ['org.postgresql', 'postgresql'],
  ['org.mariadb.jdbc', 'mariadb-java-client'],
  ['com.microsoft.sqlserver', 'mssql-jdbc'],
  ['org.xerial', 'sqlite-jdbc'],
  ['org.xerial.snappy', 'snappy-java'],
  ['org.lz4', 'lz4-java'],
  ['org.mongodb', 'mongo-java-driver mongodb-driver-* bson'],
  ['redis.clients', 'jedis'],
  ['com.alibaba', 'fastjson druid'],
  ['com.alibaba.fastjson2', 'fastjson2'],
  ['org.dom4j', 'dom4j>=2'],
  ['org.jdom', 'jdom2'],
  ['xerces', 'xercesImpl'],
  ['org.jsoup', 'jsoup'],
  ['org.ccil.cowan.tagsoup', 'tagsoup'],
  ['org.json', 'json'],
  ['net.minidev', 'json-smart accessors-smart'],
  ['com.jayway.jsonpath', 'json-path'],
  ['org.codehaus.jettison', 'jettison'],
  ['org.apache.velocity', 'velocity>=1 velocity-engine-core'],
  ['org.freemarker', 'freemarker'],
  ['org.thymeleaf', 'thymeleaf thymeleaf-spring*'],
  ['org.thymeleaf.extras', 'thymeleaf-extras-*'],
  ['org.quartz-scheduler', 'quartz quartz-jobs'],
  ['org.apache.cxf', 'cxf-*'],
  ['org.apache.camel', 'camel-*'],
  ['org.apache.activemq', 'activemq-* artemis-*'],
  ['org.apache.kafka', 'kafka-clients kafka-streams kafka_*'],
  ['org.apache.zookeeper', 'zookeeper zookeeper-*'],
  ['org.apache.hadoop', 'hadoop-*'],
  ['org.apache.lucene', 'lucene-*'],
  ['org.apache.solr', 'solr-*'],
  ['org.apache.spark', 'spark-*_2*'],
  ['org.apache.hive', 'hive-*'],
  ['org.apache.thrift', 'libthrift'],
  ['org.apache.avro', 'avro avro-*'],
  ['org.apache.mina', 'mina-core'],
  ['org.apache.sshd', 'sshd-*'],
  ['org.apache.ant', 'ant ant-launcher'],
  ['org.apache.ivy', 'ivy'],
  ['org.apache.wicket', 'wicket-*'],
  ['org.apache.xmlgraphics', 'batik-* fop xmlgraphics-commons'],
  ['org.apache.santuario', 'xmlsec'],
  ['org.apache.wss4j', 'wss4j-*'],
  ['org.apache.axis2', 'axis2 axis2-*'],
  ['org.elasticsearch.client', 'elasticsearch-rest-client elasticsearch-rest-high-level-client transport'],
  ['org.elasticsearch', 'elasticsearch elasticsearch-*'],
  ['net.java.dev.jna', 'jna jna-platform'],
  ['com.zaxxer', 'HikariCP'],
  ['com.mchange', 'mchange-commons-java'],
  ['com.nimbusds', 'nimbus-jose-jwt oauth2-oidc-sdk'],
  ['io.jsonwebtoken', 'jjwt jjwt-*'],
  ['com.auth0', 'java-jwt jwks-rsa'],
  ['io.projectreactor', 'reactor-core'],
  ['io.projectreactor.netty', 'reactor-netty-*'],
  ['io.vertx', 'vertx-*'],
  ['io.micrometer', 'micrometer-*'],
  ['io.reactivex', 'rxjava<2'],
  ['io.reactivex.rxjava2', 'rxjava>=2'],
  ['org.hibernate', 'hibernate-core<6 hibernate-entitymanager<6'],
  ['org.hibernate.orm', 'hibernate-core>=6'],
  ['org.hibernate.validator', 'hibernate-validator>=6'],
  ['org.mybatis', 'mybatis mybatis-spring'],
  ['org.aspectj', 'aspectjrt aspectjweaver aspectjtools'],
  ['org.javassist', 'javassist'],
  ['net.bytebuddy', 'byte-buddy byte-buddy-agent'],
  ['cglib', 'cglib-nodep'],
  ['org.ow2.asm', 'asm>=4 asm-*>=4'],
  ['org.python', 'jython jython-standalone'],
  ['org.beanshell', 'bsh'],
  ['org.mvel', 'mvel2'],
  ['org.mozilla', 'rhino'],
  ['org.owasp.esapi', 'esapi'],
  ['org.owasp.antisamy', 'antisamy'],
  ['com.itextpdf', 'itextpdf kernel'],
  ['com.lowagie', 'itext'],
  ['org.projectlombok', 'lombok'],
  ['org.codehaus.plexus', 'plexus-utils plexus-archiver plexus-io plexus-interpolation'],
  ['com.hazelcast', 'hazelcast hazelcast-*'],
  ['org.infinispan', 'infinispan-*'],
  ['net.sf.ehcache', 'ehcache ehcache-core'],
  ['org.ehcache', 'ehcache>=3'],
  ['com.sun.mail', 'javax.mail jakarta.mail'],
  ['javax.servlet', 'javax.servlet-api servlet-api'],
  ['jakarta.servlet', 'jakarta.servlet-api'],
  ['org.mockito', 'mockito-*'],
  ['org.assertj', 'assertj-core'],
  ['org.junit.jupiter', 'junit-jupiter junit-jupiter-*'],
  ['org.junit.platform', 'junit-platform-*'],
  ['org.junit.vintage', 'junit-vintage-engine'],
];

interface Known {
  readonly group: string;
  readonly from: number;
  readonly below: number;
}

const exact = new Map<string, Known[]>();
const starting: (Known & { readonly start: string; readonly end: string })[] = [];
for (const [group, artifacts] of rows) {
  for (const it of artifacts.split(' ')) {
    const { name, is, major } = /^(?<name>.*?)(?:(?<is><|>=)(?<major>\d+))?$/.exec(it)!.groups!;
    const known = {
      group: group === '=' ? name! : group,
      from: is === '>=' ? Number(major) : 0,
      below: is === '<' ? Number(major) : Infinity,
    };
    const star = name!.indexOf('*');
    if (star === -1) exact.set(name!, [...(exact.get(name!) ?? []), known]);
    else starting.push({ ...known, start: name!.slice(0, star), end: name!.slice(star + 1) });
  }
}

/** The group of an artifact that is known by its name; undefined for all others. */
export function knownGroup(artifact: string, version: string): string | undefined {
  const major = Number(/^\d+/.exec(version)?.[0] ?? 0);
  const fits = ({ from, below }: Known): boolean => major >= from && major < below;
  const own = exact.get(artifact);
  if (own) return own.find(fits)?.group;
  return starting.find((it) => artifact.startsWith(it.start) && artifact.includes(it.end, it.start.length) && fits(it))
    ?.group;
}
