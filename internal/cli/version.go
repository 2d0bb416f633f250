package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func versionCommand(sh shell) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which casebook this is",
		Args:  takes(0, 0, "write `casebook version` alone"),
		RunE: func(*cobra.Command, []string) error {
			info, _ := debug.ReadBuildInfo()
			_, err := fmt.Fprintln(sh.out, version(info))
			return err
		},
	}
}

// version is the program's version and commit as the compiler recorded them, and what it was made with and for.
func version(info *debug.BuildInfo) string {
	name := "unreleased"
	if info != nil {
		if v := info.Main.Version; v != "" && v != "(devel)" {
			name = v
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && name == "unreleased" {
				name += " " + s.Value[:min(len(s.Value), 12)]
			}
		}
	}
	return fmt.Sprintf("casebook %s (%s, %s/%s)", name, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
