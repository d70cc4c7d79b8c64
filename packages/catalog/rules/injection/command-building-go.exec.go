package shop

import (
	"fmt"
	"os/exec"
)

func resize(file string) error {
	// ruleid: command-building-go
	return exec.Command("sh", "-c", fmt.Sprintf("convert %s out.png", file)).Run()
}

func info(file string) error {
	// ruleid: command-building-go
	return exec.Command("/bin/bash", "-c", "file "+file).Run()
}

func safe(file string) error {
	// ok: command-building-go
	exec.Command("sh", "-c", "uptime").Run()
	// ok: command-building-go
	exec.Command("convert", fmt.Sprintf("%s.png", file)).Run()
	// ok: command-building-go
	return exec.Command("convert", file, "out.png").Run()
}
