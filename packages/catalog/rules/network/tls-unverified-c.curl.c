#include <curl/curl.h>

int fetch(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url);
  // ruleid: tls-unverified-c
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  // ruleid: tls-unverified-c
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
  return curl_easy_perform(curl);
}

int checked(CURL *curl, const char *url, long verify) {
  // ok: tls-unverified-c
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  // ok: tls-unverified-c
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  // ok: tls-unverified-c
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  return curl_easy_perform(curl);
}
