# SPDX-License-Identifier: GPL-3.0-or-later
# Flags every target of the project shares, and the functions that declare targets.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(inverso_flags INTERFACE)
# The gold linker needs half the time for the test programs.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold INVERSO_HAS_GOLD)
if(INVERSO_HAS_GOLD)
    target_link_options(inverso_flags INTERFACE -fuse-ld=gold)
endif()
target_include_directories(inverso_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(inverso_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wcast-qual -Wformat=2)
# GCC 12 sees overlaps in string concatenations that are none (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(inverso_flags INTERFACE -Wno-restrict)
endif()
# For sources with autograd functions of LibTorch: GCC 13 and later see overruns in what these make of
# std::vector<bool>, which are none.
set(inverso_autograd_options $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>)
if(INVERSO_WERROR)
    target_compile_options(inverso_flags INTERFACE -Werror)
endif()
if(INVERSO_SANITIZE)
    target_compile_options(inverso_flags INTERFACE -fsanitize=${INVERSO_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(inverso_flags INTERFACE -fsanitize=${INVERSO_SANITIZE})
endif()

# inverso_library(<name> SOURCES … PUBLIC … PRIVATE …): a static library of the project.
function(inverso_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC inverso_flags ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# inverso_precompiled_headers(<name> HEADERS … LIBRARIES …): headers that several targets compile once, by
# target_precompile_headers(… REUSE_FROM <name>). Their targets have all macros of these libraries; LIBRARIES are thus no
# more than what all of them link.
function(inverso_precompiled_headers name)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBRARIES" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "" @ONLY)
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE inverso_flags ${ARG_LIBRARIES})
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()
