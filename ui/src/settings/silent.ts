/** How anybody can see for themselves that nothing is sent: commands of each system, and the key of what they show. */

/** A command to be run as it stands, and the message that says what one will see. */
export interface Look {
  command: string;
  sees: string;
}

/** The commands of a system. `beside` says what else one may meet there that is not ours. */
export interface SystemLooks {
  name: string;
  looks: readonly Look[];
  beside?: string;
}

/** The web processes are named with their first 15 letters by `ss`, so a part of the name is sought. */
export const SYSTEMS: readonly SystemLooks[] = [
  {
    name: 'silent-linux',
    looks: [
      { command: "ss -tunap | grep -E 'engawa|WebKit'", sees: 'silent-linux-ss' },
      { command: 'strace -f -e trace=network -o engawa-network.txt engawa', sees: 'silent-linux-strace' },
      { command: "grep -c 'AF_INET' engawa-network.txt", sees: 'silent-linux-grep' },
      { command: 'unshare --user --map-current-user --net engawa', sees: 'silent-linux-unshare' },
    ],
  },
  {
    name: 'silent-windows',
    looks: [
      { command: 'resmon', sees: 'silent-windows-resmon' },
      {
        command:
          'Get-Process engawa | ForEach-Object { Get-NetTCPConnection -OwningProcess $_.Id -ErrorAction Ignore }',
        sees: 'silent-windows-powershell',
      },
      { command: 'netstat -ano', sees: 'silent-windows-netstat' },
    ],
    beside: 'silent-windows-web-view',
  },
  {
    name: 'silent-macos',
    looks: [
      { command: 'lsof -nP -a -i -c engawa', sees: 'silent-macos-lsof' },
      { command: 'nettop -p "$(pgrep -x engawa)"', sees: 'silent-macos-nettop' },
    ],
    beside: 'silent-macos-web-view',
  },
];
