#!/bin/sh
# Runs a command of package.json as the user who owns model/trained: `command-as-owner.sh train --seed 7`. In a container that
# folder is the host's, and what is written to it should belong to whoever it belongs to there, not to root.
set -eu
commands=$(sed -n 's#.* node dist/cli/\([a-z]*\)\.js".*#\1#p' package.json)
command=${1:-}
if ! echo "$commands" | grep -qx -- "$command"; then
  echo "Give one of these commands, and its options:" $commands >&2
  exit 1
fi
shift
owner=$(stat -c %u model/trained)
group=$(stat -c %g model/trained)
exec setpriv --reuid="$owner" --regid="$group" --clear-groups node "dist/cli/$command.js" "$@"
