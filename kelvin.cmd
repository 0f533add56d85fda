@echo off
rem Starts Kelvin: the window, or with arguments the command line. Builds it first where that is due.
setlocal
set "TARGET=%~dp0target"
set "STAMP=%TARGET%\kelvin.built"
call "%~dp0.mvn\jdk.cmd" || exit /b 3
call :is_build_due
if defined DUE (
  call :build
  if errorlevel 1 exit /b 3
)
set "LOGS=%LOCALAPPDATA%\Kelvin\Cache"
if not exist "%LOGS%" mkdir "%LOGS%" 2>nul
"%JDK%\bin\java" ^
  --module-path "%TARGET%\modules" ^
  --enable-native-access=javafx.graphics,com.microsoft.onnxruntime,ai.djl.tokenizers,com.sun.jna,kelvin ^
  --sun-misc-unsafe-memory-access=allow ^
  "-Dkelvin.home=%~dp0." ^
  "-Dkelvin.natives=%TARGET%\natives" ^
  "-XX:ErrorFile=%LOGS%\hs_err_pid%%p.log" ^
  -XX:+UseSerialGC ^
  %KELVIN_JAVA_OPTIONS% ^
  -m kelvin/kelvin.app.Main %*
exit /b %ERRORLEVEL%

rem Nothing built, or a source, a resource or pom.xml is newer than what was built.
:is_build_due
set "DUE="
if not exist "%STAMP%" set "DUE=1"
if not exist "%TARGET%\modules" set "DUE=1"
if defined DUE exit /b 0
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:STAMP).LastWriteTime; $root = (Get-Item -LiteralPath $env:TARGET).Parent.FullName; if (Get-ChildItem -LiteralPath (Join-Path $root 'src\main'), (Join-Path $root 'pom.xml') -Recurse | Where-Object LastWriteTime -gt $built) { exit 1 }"
if errorlevel 1 set "DUE=1"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo kelvin: Building Kelvin needs Maven and none was found: install Apache Maven 3.8.7 or newer from maven.apache.org. 1>&2
  exit /b 3
)
echo kelvin: building Kelvin, once; this takes a minute or two ... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
if exist "%TARGET%\modules" rmdir /s /q "%TARGET%\modules"
rem Dated before the build, so that what changes during it counts as newer.
type nul > "%STAMP%.new"
setlocal
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call mvn -f "%~dp0pom.xml" -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true > "%TARGET%\build.log" 2>&1 < nul
if errorlevel 1 (
  type "%TARGET%\build.log" 1>&2
  echo kelvin: The build failed; above is what Maven says, also in %TARGET%\build.log. 1>&2
  exit /b 3
)
endlocal
move /y "%STAMP%.new" "%STAMP%" >nul
exit /b 0
