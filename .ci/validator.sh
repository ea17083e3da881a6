#!/bin/sh
# Install one validator: validator.sh WHAT "TOOLS" "HOW TO GET THEM" -- COMMAND...
# Without its tools: say what will be skipped, or fail where CI is set.
what=$1 tools=$2 need=$3
shift 4
for tool in $tools; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "skipping the $what: \`$tool\` is missing; install $need"
    [ "${CI:-}" != true ]
    exit
  fi
done
if [ "$1" = mvn ]; then folder=.cache/verapdf; else folder=.cache/ooxml; fi
mkdir -p "$folder"
if "$@"; then
  touch "$folder/.ready"
else
  echo "skipping the $what: their validator could not be fetched"
  [ "${CI:-}" != true ]
fi
