package shop

import (
	"crypto/tls"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

func stock(address string) (*grpc.ClientConn, error) {
	// ruleid: grpc-insecure-go
	return grpc.Dial(address, grpc.WithInsecure())
}

func orders(address string) (*grpc.ClientConn, error) {
	// ruleid: grpc-insecure-go
	return grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
}

func safe(address string) (*grpc.ClientConn, error) {
	// ok: grpc-insecure-go
	grpc.NewClient("localhost:9000", grpc.WithTransportCredentials(insecure.NewCredentials()))
	secure := credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12})
	// ok: grpc-insecure-go
	return grpc.NewClient(address, grpc.WithTransportCredentials(secure))
}
