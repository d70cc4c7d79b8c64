package deploy

import (
	"net"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func dial(address string, auth []ssh.AuthMethod) (*ssh.Client, error) {
	// ruleid: ssh-host-key-unchecked-go
	config := &ssh.ClientConfig{User: "deploy", Auth: auth, HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	return ssh.Dial("tcp", address, config)
}

func lenient(config *ssh.ClientConfig) {
	// ruleid: ssh-host-key-unchecked-go
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey()
}

func safe(address string, auth []ssh.AuthMethod, key ssh.PublicKey) (*ssh.Client, error) {
	known, err := knownhosts.New("/etc/ssh/ssh_known_hosts")
	if err != nil {
		return nil, err
	}
	// ok: ssh-host-key-unchecked-go
	config := &ssh.ClientConfig{User: "deploy", Auth: auth, HostKeyCallback: known}
	// ok: ssh-host-key-unchecked-go
	config.HostKeyCallback = ssh.FixedHostKey(key)
	return ssh.Dial("tcp", address, config)
}
