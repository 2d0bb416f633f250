// Command casebook publishes a student–staff partnership guide and case library from a folder of text files.
package main

import (
	"os"

	"casebook/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdout, os.Stderr, cli.System())) }
