# The rings of ./test: each C# test project that has tests, and `js` for the official clients under tests/js.

all_rings() {
  local project
  for project in Alerting.Tests Alerting.Adapters.Tests Alerting.Local.Tests Alerting.Functions.Tests Alerting.Infra.Tests; do
    has_tests "$project" && echo "$project"
  done
  [ -z "$(js_tests)" ] || echo js
  has_tests Alerting.Stack.Tests && echo Alerting.Stack.Tests
  return 0
}

has_tests() { [ -n "$(find "tests/$1" -name '*.cs' -print -quit 2>/dev/null)" ]; }
js_tests() { [ ! -d tests/js ] || find tests/js -name '*.test.mjs' | sort; }
known_ring() { [ "$1" = js ] || [ -e "tests/$1/$1.csproj" ]; }

build_rings() {
  local ring
  for ring in "$@"; do
    if [ "$ring" = js ]; then build local/Alerting.Local.csproj; else build "tests/$ring"; fi
  done
}

# Each ring leaves a machine-readable report; one that leaves none has failed, whatever its exit code.
run_ring() {
  if [ "$1" = js ]; then run_js "$2"; else run_dotnet "$1" "$2"; fi || true
}

run_dotnet() {
  dotnet "artifacts/bin/$1/debug/$1.dll" -noLogo -noColor -noAutoReporters -reporter quiet -result-ctrf "$2/$1.json" </dev/null
}

run_js() {
  local files=()
  while IFS= read -r file; do files+=("$file"); done < <(js_tests)
  [ -n "$(js_tests)" ] || fail 'There are no tests under tests/js.'
  node --test --test-concurrency=2 \
    --test-reporter=./tests/reporting/failures.mjs --test-reporter-destination=stdout \
    --test-reporter=./tests/reporting/ctrf.mjs --test-reporter-destination="$1/js.json" \
    "${files[@]}" </dev/null
}

needs_browser() {
  local ring
  for ring in "$@"; do [ "$ring" = js ] && grep -rqs playwright tests/js --include='*.mjs' && return 0; done
  return 1
}

# Browser tests use CHROMIUM when it is set, else Debian's package, which is installed where that is allowed.
find_browser() {
  [ -n "${CHROMIUM:-}" ] && return
  local name sudo=
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then export CHROMIUM; CHROMIUM=$(command -v "$name"); return; fi
  done
  [ "$(id -u)" -eq 0 ] || sudo='sudo -n'
  echo 'installing chromium'
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium; } >/dev/null </dev/null ||
    fail 'The browser tests need chromium: install it, or set CHROMIUM to a browser of its kind.'
  export CHROMIUM; CHROMIUM=$(command -v chromium)
}
