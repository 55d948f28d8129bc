#!/bin/sh
# Gives everything below a folder one time and the same permissions, whatever the checkout had: `normalise-files.sh /image`. Then
# the layer of an image has the same digest whenever and wherever it is built, and images share it.
set -eu
chmod -R u=rwX,go=rX "$1"
find "$1" -exec touch --no-dereference --date=@0 {} +
