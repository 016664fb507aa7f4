#!/usr/bin/env bash
# Hands the test files that the build has rendered (target/rendered) to the frameworks themselves: each finds every test,
# each test is pending, none passes, and IDs and texts come back. What they report of the plain ones is then read by the
# product itself. Installs what is missing into a temporary folder; a check that can't be made fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly rendered=$PWD/target/rendered
readonly robot_version=4.1.2
readonly playwright_version=1.65.1
readonly cucumber_version=12.9.0
readonly plain=$rendered/plain
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo --non-interactive "$@"; fi
}

install() {
  as_root apt-get update --quiet --quiet || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet --quiet --yes --no-install-recommends "$@"
}

check_pytest() {
  local python=python3
  python3 -c 'import pytest' 2> /dev/null || { install python3-pytest; python=/usr/bin/python3; }
  (cd "$rendered/pytest" \
    && "$python" -m pytest -q -p no:cacheprovider --junit-xml="$work/pytest.xml" > "$work/pytest.txt" 2>&1) \
    || { tail -n 20 "$work/pytest.txt"; return 1; }
  python3 .ci/rendered.py pytest "$rendered" "$work/pytest.xml"
  (cd "$plain/pytest" && "$python" -m pytest -q -p no:cacheprovider --junit-xml="$plain/pytest.xml" > "$work/pytest.txt" 2>&1)
}

check_robot() {
  ./mvnw -q -B dependency:copy "-Dartifact=org.robotframework:robotframework:$robot_version" "-DoutputDirectory=$work"
  cp .ci/robot_texts.py "$work" # beside it a compiled one is written
  java -Xmx2g -jar "$work/robotframework-$robot_version.jar" --prerunmodifier "$work/robot_texts.py:$work/robot.json" \
    --log NONE --report NONE --output "$work/robot.xml" --console none "$rendered/robot"
  python3 .ci/rendered.py robot "$rendered" "$work/robot.xml" "$work/robot.json"
  java -jar "$work/robotframework-$robot_version.jar" --log NONE --report NONE --output "$plain/robot.xml" \
    --xunit "$plain/robot-xunit.xml" --console none "$plain/robot"
}

npm_install() {
  command -v npm > /dev/null || install npm
  npm install --silent --no-audit --no-fund --no-save "$@"
}

check_playwright() {
  cp .ci/playwright_texts.cjs "$work"
  cp "$rendered"/playwright/*.spec.ts "$work"
  (cd "$work" && npm_install "@playwright/test@$playwright_version" \
    && PLAYWRIGHT_JUNIT_OUTPUT_NAME="$work/playwright.xml" npx playwright test --reporter=junit > "$work/playwright.txt" 2>&1 \
    && node playwright_texts.cjs ./*.spec.ts > "$work/playwright.json") \
    || { tail -n 20 "$work/playwright.txt"; return 1; }
  python3 .ci/rendered.py playwright "$rendered" "$work/playwright.xml" "$work/playwright.json"
  rm "$work"/*.spec.ts
  cp "$plain"/playwright/*.spec.ts "$work"
  (cd "$work" && PLAYWRIGHT_JUNIT_OUTPUT_NAME="$plain/playwright.xml" npx playwright test --reporter=junit > "$work/playwright.txt")
}

# A scenario without steps of ours is undefined, which Cucumber ends with 1: what it found is checked instead.
check_gherkin() {
  mkdir "$work/cucumber"
  (cd "$work/cucumber" && npm_install "@cucumber/cucumber@$cucumber_version") # the folder of its own has no package of ours
  run_cucumber "$rendered" "$work/gherkin.xml"
  python3 .ci/rendered.py gherkin "$rendered" "$work/gherkin.xml"
  run_cucumber "$plain" "$plain/gherkin.xml"
}

run_cucumber() {
  rm -rf "$work/cucumber/features"
  cp -r "$1/gherkin" "$work/cucumber/features"
  (cd "$work/cucumber" && npx cucumber-js --format "junit:$2" > "$work/gherkin.txt" 2>&1) || [ $? = 1 ] \
    || { tail -n 20 "$work/gherkin.txt"; return 1; }
}

# The product's own reader, on what the frameworks have just written.
check_reports() {
  ./mvnw -q -B test -Dtest=RealResults
  echo "reports: all of them lead back to the requirements, and nothing has passed"
}

code=0
rm -f "$plain"/*.xml
for framework in pytest robot playwright gherkin reports; do
  if ! (set -e; "check_$framework"); then
    echo "$framework: the rendered files are wrong, or couldn't be checked"
    code=1
  fi
done
exit "$code"
