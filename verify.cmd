@echo off
rem Builds Kelvin and runs all its checks and tests: mvn verify, with a JDK that is new enough.
rem Arguments go to Maven.
setlocal
call "%~dp0.mvn\jdk.cmd" || exit /b 3
where mvn >nul 2>nul
if errorlevel 1 (
  echo kelvin: Building Kelvin needs Maven and none was found: install Apache Maven 3.8.7 or newer from maven.apache.org. 1>&2
  exit /b 3
)
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call mvn -f "%~dp0pom.xml" -B verify %*
exit /b %ERRORLEVEL%
