package com.example.shop

import java.security.cert.X509Certificate
import javax.net.ssl.HostnameVerifier
import javax.net.ssl.X509TrustManager
import okhttp3.OkHttpClient

class Anyone : X509TrustManager {
    override fun checkClientTrusted(chain: Array<X509Certificate>, authType: String) {}

    // ruleid: tls-unverified-kotlin
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {}

    override fun getAcceptedIssuers(): Array<X509Certificate> = arrayOf()
}

class Checked(private val platform: X509TrustManager) : X509TrustManager {
    // ok: tls-unverified-kotlin
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {
        platform.checkServerTrusted(chain, authType)
    }
}

fun partner(): OkHttpClient =
    OkHttpClient.Builder()
        .connectTimeout(5, TimeUnit.SECONDS)
        .build()

fun lenient(builder: OkHttpClient.Builder) {
    // ruleid: tls-unverified-kotlin
    builder.hostnameVerifier { _, _ -> true }
    // ruleid: tls-unverified-kotlin
    val anyHost = HostnameVerifier { host, session -> true }
}

fun strict(builder: OkHttpClient.Builder) {
    // ok: tls-unverified-kotlin
    builder.hostnameVerifier { host, _ -> host == "api.example.com" }
    // ok: tls-unverified-kotlin
    val known = HostnameVerifier { host, session -> host in session.names() }
}
