# ruleid: dockerfile-image-not-pinned
FROM golang:latest AS build
RUN go build -o /shop .

# ok: dockerfile-image-not-pinned
FROM build AS test
RUN go test ./...

# ok: dockerfile-image-not-pinned
FROM scratch AS empty
COPY --from=build /shop /shop

# ruleid: dockerfile-image-not-pinned
FROM alpine
COPY --from=build /shop /shop
