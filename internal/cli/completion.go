package cli

import (
	"github.com/spf13/cobra"

	"casebook/internal/text"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(sh shell) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script with which a shell completes commands",
		Long: "Print a script with which your shell completes casebook's commands, flags and kinds.\n\n" +
			"  PowerShell  casebook completion powershell | Out-String | Invoke-Expression     (put this line into $PROFILE)\n" +
			"  bash        source <(casebook completion bash)                                  (into ~/.bashrc)\n" +
			"  zsh         casebook completion zsh > \"${fpath[1]}/_casebook\"\n" +
			"  fish        casebook completion fish > ~/.config/fish/completions/casebook.fish",
		Args:              takes(1, 1, "name the shell: "+text.Join(shells, "or")),
		ValidArgsFunction: withKinds(shells),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(sh.out, true)
			case "zsh":
				return root.GenZshCompletion(sh.out)
			case "fish":
				return root.GenFishCompletion(sh.out, true)
			case "powershell", "pwsh":
				return root.GenPowerShellCompletionWithDesc(sh.out)
			}
			remedy := "the shells are " + text.Join(shells, "and")
			if near, ok := text.Nearest(args[0], shells); ok {
				remedy = "did you mean " + near + "?"
			}
			return wrongUse(remedy, "there are no completions for %q", args[0])
		},
	}
}
