#!/bin/sh
# Fails where the version of an image names a model that is not in it: `check-image-version.sh 1.0.0-linear.2` needs
# model/trained/linear/2/model.json. A version without a model, such as `development` or `1.0.0-rc`, promises none.
set -eu
model=${1#*-}
[ "$model" != "$1" ] || exit 0
name=${model%.*}
version=${model##*.}
case "$version" in *[!0-9]*) exit 0 ;; esac
[ ! -f "model/trained/$name/$version/model.json" ] || exit 0
echo "VERSION=$1 names the model $name@$version, which is not in model/trained. There are:" >&2
(cd model/trained && ls -d -- */*/ | sed 's#/\([0-9]*\)/#.\1#') >&2
exit 1
