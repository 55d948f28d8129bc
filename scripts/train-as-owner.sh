#!/bin/sh
# Trains as the user who owns model/trained. In a container that folder is the host's, and what is written to it
# should belong to whoever it belongs to there, not to root.
set -eu
owner=$(stat -c %u model/trained)
group=$(stat -c %g model/trained)
exec setpriv --reuid="$owner" --regid="$group" --clear-groups node dist/cli/train.js "$@"
