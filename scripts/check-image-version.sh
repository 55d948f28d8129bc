#!/bin/sh
# Fails where the version of an image names a model that is not in it: `check-image-version.sh 1.0.0-linear.2 model/trained` needs
# model/trained/linear/2/model.json, and so does `linear.2`. A version without a model, such as `development` or `1.0.0-rc`, promises
# none.
set -eu
case "$1" in
  [0-9]*-*) model=${1#*-} ;;
  [0-9]*) exit 0 ;;
  *) model=$1 ;;
esac
name=${model%.*}
version=${model##*.}
case "$version" in *[!0-9]*) exit 0 ;; esac
[ ! -f "$2/$name/$version/model.json" ] || exit 0
echo "VERSION=$1 names the model $name@$version, which is not among the models. There are:" >&2
(cd "$2" && ls -d -- */*/ | sed 's#/\([0-9]*\)/#.\1#') >&2
exit 1
