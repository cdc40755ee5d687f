/// The scripts for the shells, which ask the program for the words, so there is only one list.
extension Completions {
  /// The name of each shell and its script.
  static let scripts: [(shell: String, text: String)] = [
    ("bash", bash), ("zsh", zsh), ("fish", fish),
  ]

  private static let bash = #"""
    # Completions for workbench in bash: source <(workbench completions bash)
    _workbench() {
      local line=() index word meaning kind='' typed prefix quoted program last=0
      # Bash splits words at = and :, so join them again.
      for ((index = 0; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if ((index > 1)) && [[ $word == [=:]* || ${COMP_WORDS[index - 1]} == [=:]* ]]; then
          line[last]=${line[last]}$word
        else
          last=$index
          line[last]=$word
        fi
      done
      typed=${COMP_WORDS[COMP_CWORD]}
      if [[ $typed == [=:]* ]]; then typed=''; fi
      prefix=${line[last]%"$typed"}
      # Inside quotes, bash appends the rest of a word unchanged.
      quoted=''
      if [[ $typed == [\"\']* ]]; then quoted=yes typed=${typed:1}; fi
      program=${COMP_WORDS[0]/#~\//$HOME/}
      COMPREPLY=()
      {
        read -r kind
        while IFS=$'\t' read -r word meaning; do
          word=${word#"$prefix"}
          if [ -n "$quoted" ]; then
            if [[ $word == "$typed"* ]]; then COMPREPLY+=("$word"); fi
          else
            printf -v meaning '%q' "$word"
            if [[ $word == "$typed"* || $meaning == "$typed"* ]]; then COMPREPLY+=("$meaning"); fi
          fi
        done
      } < <("$program" completions bash -- "${line[@]}" 2> /dev/null)
      if [ "$kind" = files ]; then
        # Bash completes files best itself, but only if there are no words.
        if ((${#COMPREPLY[@]} == 0)) && compopt -o default 2> /dev/null; then return; fi
        compopt -o filenames 2> /dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$typed")
      fi
    }
    complete -F _workbench workbench

    """#

  private static let zsh = #"""
    #compdef workbench
    # Completions for workbench in zsh: workbench completions zsh > FOLDER/_workbench, FOLDER in fpath
    _workbench() {
      local -a lines offers
      local line word kind program=${(Q)words[1]}
      lines=("${(@f)$(${~program} completions zsh -- "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null)}")
      kind=$lines[1]
      shift lines
      for line in "${lines[@]}"; do
        word=${${line%%$'\t'*}//:/\\:}
        if [[ $line == *$'\t'* ]]; then word+=":${line#*$'\t'}"; fi
        offers+=("$word")
      done
      local added=1
      if (( $#offers )); then _describe word offers && added=0; fi
      if [[ $kind == files ]]; then
        if [[ $PREFIX == --*=* ]]; then compset -P '*='; fi
        _files && added=0
      fi
      return added
    }
    if [[ $funcstack[1] == _workbench ]]; then
      _workbench "$@"
    else
      compdef _workbench workbench
    fi

    """#

  private static let fish = #"""
    # Completions for workbench in fish
    function __workbench_offers
      set -l words (commandline -opc)
      set -l current (commandline -ct)
      set -l program (string replace -r '^~(?=/)' -- $HOME $words[1])
      set -l lines ($program completions fish -- $words $current 2> /dev/null)
      if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
      end
      if test "$lines[1]" = files
        set -l option (string match -r '^--[^=]*=' -- $current)
        set -l value (string replace -r '^--[^=]*=' '' -- $current)
        printf '%s\n' "$option"(__fish_complete_path $value)
      end
    end
    complete -c workbench -f -a '(__workbench_offers)'

    """#
}
