/// What belongs to no feature: errors as problem details, the size of bodies, `/me`, the API's description.
@NullMarked
package dev.meanwhile.web;

import org.jspecify.annotations.NullMarked;
