#include <curl/curl.h>
#include <string>

class Partner {
 public:
  explicit Partner(CURL* curl) : curl_(curl) {}

  bool Lenient(const std::string& url) {
    // ruleid: tls-unverified-c
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYPEER, false);
    // ruleid: tls-unverified-c
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYHOST, 0);
    return curl_easy_perform(curl_) == CURLE_OK;
  }

  bool Checked(const std::string& url) {
    // ok: tls-unverified-c
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYPEER, 1L);
    // ok: tls-unverified-c
    curl_easy_setopt(curl_, CURLOPT_CAINFO, "/etc/ssl/company-ca.pem");
    return curl_easy_perform(curl_) == CURLE_OK;
  }

 private:
  CURL* curl_;
};
