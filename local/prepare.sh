# What ./run and ./test need before they start: tools, packages, builds. Sourced from the repository root.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fail() { printf '%s\n' "$*" >&2; exit 1; }

need_dotnet() {
  command -v dotnet >/dev/null || fail 'The .NET 10 SDK is missing: `dotnet` is not on the PATH.'
  dotnet --list-sdks | grep -q '^10\.' || fail 'The .NET 10 SDK is missing. Installed: '"$(dotnet --list-sdks | cut -d' ' -f1 | xargs)"
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null || fail 'Node 20 or newer is missing: `node` and `npm` must be on the PATH.'
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node 20 or newer is needed; this is $(node --version)."
}

# The lock file is copied beside the packages after a whole install, so a cut-off install is done again.
npm_packages() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock.json" && return
  echo "installing the npm packages of $1/"
  (cd "$1" && npm ci --loglevel=error --no-progress) || fail "npm ci failed in $1/."
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock.json"
}

# A CI run must get exactly what the lock files say.
locked() { [ "${CI:-}" = true ] && echo --locked-mode || true; }

# What the build says matters when it fails.
quietly() {
  local said
  said=$("$@" 2>&1 </dev/null) || { printf '%s\n' "$said" >&2; return 1; }
}

build() {
  echo "building $1"
  quietly dotnet restore "$1" $(locked) && quietly dotnet build "$1" --no-restore || fail "$1 does not build."
}

# publish PROJECT FOLDER...: only when something under its folders changed since the last time.
# A folder's own time changes when a file in it comes or goes.
publish() {
  local project=$1 stamp="artifacts/publish/$1/stamp" sources=("${@:2}")
  if [ -e "$stamp" ] && [ -z "$(newer_than "$stamp" "${sources[@]}")" ]; then return; fi
  echo "building $project"
  local started
  started=$(mktemp)
  quietly dotnet restore "${sources[0]}" $(locked) &&
    quietly dotnet publish "${sources[0]}" --configuration Release --no-restore || fail "$project does not build."
  mkdir -p "$(dirname "$stamp")" && mv "$started" "$stamp"
}

newer_than() {
  find "${@:2}" Directory.Build.props Directory.Packages.props global.json \
    -name node_modules -prune -o -newer "$1" -print -quit
}
